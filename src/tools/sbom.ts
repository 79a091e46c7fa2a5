/** The list of all packages that the site is made with, in CycloneDX: what `npm sbom` says, the same for everybody. */
import { spawnSync } from 'node:child_process';
import { project } from './command';

export interface Sbom {
	serialNumber?: string;
	metadata: {
		timestamp?: string;
		tools?: unknown;
		component: { name: string; purl: string; externalReferences?: unknown };
	};
	components: {
		name: string;
		version: string;
		licenses?: unknown[];
		externalReferences?: { type: string }[];
	}[];
}

/**
 * Runs npm over the lockfile. All packages are for development, since what readers get is built; npm would leave these
 * out of a build.
 * @throws Error where npm is missing or fails
 */
export function sbom(): string {
	const { status, stdout, stderr, error } = spawnSync(
		'npm',
		[
			'sbom',
			'--sbom-format',
			'cyclonedx',
			'--sbom-type',
			'application',
			'--package-lock-only',
			'--include=dev'
		],
		{ cwd: project, encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' }
	);
	if (error ?? status !== 0) throw new Error(`npm sbom failed: ${error?.message ?? stderr}`);
	return `${JSON.stringify(tidied(JSON.parse(stdout) as Sbom), null, '\t')}\n`;
}

/**
 * Without what differs from machine to machine: when and by what it was written, the name of the folder, and the
 * registry that packages came from, which their purl and hash do without.
 */
export function tidied(document: Sbom): Sbom {
	const { component } = document.metadata;
	const name = /^pkg:npm\/(.+)@[^@]+$/.exec(component.purl)?.[1] ?? component.name;
	const tidy: Sbom = {
		...document,
		metadata: { ...document.metadata, component: { ...component, name } },
		components: document.components.map((entry) => ({
			...entry,
			externalReferences: entry.externalReferences?.filter(({ type }) => type !== 'distribution')
		}))
	};
	delete tidy.serialNumber;
	delete tidy.metadata.timestamp;
	delete tidy.metadata.tools;
	return tidy;
}
