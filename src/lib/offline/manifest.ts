/**
 * What a kept copy consists of, written when the site is built: each file with its headers and the SHA-256 of its bytes.
 * A copy is sealed with its manifest, and whatever is served from it is held against it first.
 */
import { sha256 } from '../base/sha256';

export interface Manifest {
	version: string;
	/** How many of the files, from the first on, are in the parcel. */
	packed: number;
	headers: Record<string, string>[];
	/** Path as in an address (`/about`, `/data/reports.csv`, or `/map/about`), index of its headers, and hash. */
	files: [path: string, headers: number, sha256: string][];
}

/** What is known of one file. */
export interface Known {
	headers: Record<string, string>;
	sha256: string;
	isPacked: boolean;
}

/** The files of a manifest by their paths. */
export function indexOf({ files, headers, packed }: Manifest): Map<string, Known> {
	return new Map(
		files.map(([path, kind, hash], index) => [
			path,
			{ headers: headers[kind] ?? {}, sha256: hash, isPacked: index < packed }
		])
	);
}

/** Whether a file is what the build wrote. */
export async function isRight(known: Known, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
	return (await sha256(bytes)) === known.sha256;
}

/** A manifest as it is kept, with its own hash before it. */
export async function sealOf(manifest: Manifest): Promise<string> {
	const text = JSON.stringify(manifest);
	return `${await sha256(text)}\n${text}`;
}

/** The manifest that a copy is sealed with, or null where the seal is broken or that of another version. */
export async function readSeal(seal: string, version: string): Promise<Manifest | null> {
	const [, hash, text] = /^([0-9a-f]{64})\n(.*)$/s.exec(seal) ?? [];
	if (text === undefined || (await sha256(text)) !== hash) return null;
	const manifest = JSON.parse(text) as Manifest;
	return manifest.version === version ? manifest : null;
}
