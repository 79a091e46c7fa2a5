import { expect, it } from 'vitest';
import { formatted, recordText } from '../../../src/tools/format';
import { fetchedWith, modulesOfProject } from '../house/modules';

it('gives a record, or a page, the form of the project, and says where a text is not of its kind', async () => {
	expect(await recordText({ id: 'tanf', at: [38.6, 33.5] })).toBe(
		'{\n\t"id": "tanf",\n\t"at": [38.6, 33.5]\n}\n'
	);
	expect(await formatted('* one\n* two', 'md')).toBe('- one\n- two\n');
	await expect(formatted('{ "id": ')).rejects.toThrow();
});

it('is fetched when a text is formatted: a command that writes none starts without it', () => {
	const fetched = fetchedWith(modulesOfProject(), ['tools/verify.ts', 'tools/check.ts']);
	expect(fetched).toContain('tools/format.ts');
	expect(fetched).not.toContain('oxfmt');
});
