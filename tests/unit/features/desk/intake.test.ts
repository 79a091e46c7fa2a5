import { expect, it } from 'vitest';
import { articleId } from '../../../../src/lib/features/desk/intake';

const in2021 = { edtf: '2021-05-09', stated: null, inferred: null };

it('names an article after who published it and when, as far as that is known', () => {
	const idOf = (head: Parameters<typeof articleId>[0], ...taken: string[]) =>
		articleId({ published: in2021, ...head }, new Set(taken));
	expect(idOf({ publisher: 'The Courier', site: 'courier.example' })).toBe('the-courier-2021');
	expect(idOf({ publisher: 'The Courier' }, 'the-courier-2021')).toBe('the-courier-2021-2');
	expect(idOf({ publisher: 'صحيفة البريد', site: 'barid.example' })).toBe('barid-2021');
	expect(idOf({ publisher: 'صحيفة البريد' })).toBe('article-2021');
	expect(articleId({}, new Set())).toBe('article');
});
