import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { project } from '../../../src/tools/command';
import { sbom, tidied, type Sbom } from '../../../src/tools/sbom';

describe('the list of packages', () => {
	// As in a build.
	vi.stubEnv('NODE_ENV', 'production');
	const text = sbom();
	vi.unstubAllEnvs();
	const { metadata, components } = JSON.parse(text) as Sbom;

	it('names every direct dependency with its version and its licence', () => {
		const { devDependencies } = JSON.parse(readFileSync(`${project}/package.json`, 'utf8'));
		for (const name of Object.keys(devDependencies))
			expect(components.find((component) => component.name === name)?.version, name).toMatch(/^\d+\./);
		const map = components.find(({ name }) => name === 'maplibre-gl');
		expect(map?.licenses).toEqual([{ license: { id: 'BSD-3-Clause' } }]);
		expect(metadata.component.name).toBe('attested');
	});

	it('says nothing of the machine that wrote it', () => {
		expect(text).not.toMatch(/https?:\/\/(?!cyclonedx\.org)/);
		expect(text).not.toContain(project);
		expect(text).not.toMatch(/timestamp|urn:uuid/);
	});

	it('leaves out where a package came from and when it was asked', () => {
		const given = {
			serialNumber: 'urn:uuid:1',
			metadata: {
				timestamp: '2026-01-01',
				tools: [],
				component: { name: 'some-folder', purl: 'pkg:npm/attested@0.1.0' }
			},
			components: [
				{
					name: 'a',
					version: '1.0.0',
					externalReferences: [
						{ type: 'distribution', url: 'https://registry.example/a.tgz' },
						{ type: 'website', url: 'https://a.example' }
					]
				}
			]
		};
		expect(tidied(given)).toEqual({
			metadata: { component: { name: 'attested', purl: 'pkg:npm/attested@0.1.0' } },
			components: [
				{ name: 'a', version: '1.0.0', externalReferences: [{ type: 'website', url: 'https://a.example' }] }
			]
		});
	});
});
