import { beforeEach, expect, it, vi } from 'vitest';
import { chooseFolder, FolderFault, readFolder, writeFolder } from '../../../../src/lib/features/desk/folder';

/** A folder in memory, as a browser would give one; `fails` says for which file and by what name. */
class Folder {
	readonly kind = 'directory';
	readonly entries = new Map<string, Folder | File>();
	constructor(
		readonly name: string,
		readonly fails: Record<string, string> = {}
	) {}

	getDirectoryHandle = async (name: string, { create = false } = {}) => this.#get(name, Folder, create);
	getFileHandle = async (name: string, { create = false } = {}) => this.#get(name, File, create);
	removeEntry = async (name: string) => void this.entries.delete(name);
	async *values() {
		yield* this.entries.values();
	}

	#get(name: string, Kind: typeof Folder | typeof File, create: boolean) {
		const found = this.entries.get(name);
		if (found instanceof Kind) return found;
		if (found || !create) throw new DOMException('', found ? 'TypeMismatchError' : 'NotFoundError');
		const made = new Kind(name, this.fails);
		this.entries.set(name, made);
		return made;
	}
}

class File {
	readonly kind = 'file';
	text = '';
	constructor(
		readonly name: string,
		readonly fails: Record<string, string>
	) {}

	getFile = async () => ({ text: async () => this.text });
	async createWritable() {
		let written = '';
		return {
			write: async (text: string) => void (written = text),
			close: async () => {
				if (this.fails[this.name]) throw new DOMException('', this.fails[this.name]);
				this.text = written;
			}
		};
	}
}

const handle = (folder: Folder) => folder as unknown as FileSystemDirectoryHandle;
const records = [
	{ path: 'actors.json', text: '1' },
	{ path: 'version.json', text: '2' },
	{ path: 'articles/a.json', text: '3' }
];
let chosen: () => Promise<Folder>;
beforeEach(() => {
	vi.stubGlobal('window', { showDirectoryPicker: () => chosen() });
});

it('takes the folder of the records, or the checkout that they are in, and no other', async () => {
	const geodata = new Folder('geodata');
	await writeFolder(handle(geodata), records);
	chosen = async () => geodata;
	expect(await chooseFolder()).toBe(geodata);
	const checkout = new Folder('checkout');
	checkout.entries.set('geodata', geodata);
	chosen = async () => checkout;
	expect(await chooseFolder()).toBe(geodata);
	chosen = async () => new Folder('other');
	await expect(chooseFolder()).rejects.toMatchObject({ code: 'other' });
	for (const [name, code] of [
		['NotAllowedError', 'refused'],
		['NotFoundError', 'gone'],
		['Odd', 'failed']
	]) {
		chosen = () => Promise.reject(new DOMException('', name));
		await expect(chooseFolder()).rejects.toMatchObject({ code });
	}
	chosen = () => Promise.reject(new DOMException('', 'AbortError'));
	expect(await chooseFolder()).toBeNull();
});

it('reads what the check reads: neither hidden files nor the basemap', async () => {
	const geodata = new Folder('geodata');
	const others = ['basemap/land.json', '.git/config', 'articles/.x.json'].map((path) => ({
		path,
		text: 'x'
	}));
	await writeFolder(handle(geodata), [...records, ...others]);
	expect(await readFolder(handle(geodata))).toEqual(expect.arrayContaining(records));
	expect(await readFolder(handle(geodata))).toHaveLength(records.length);
});

it('writes what others refer to first, and tells how far it came; nothing is left half written', async () => {
	const files = ['verified/a.json', 'articles/a.json', 'places/p.geojson', 'actors.json'].map((path) => ({
		path,
		text: 'new'
	}));
	const folder = new Folder('geodata', { 'a.json': 'QuotaExceededError' });
	const fault: unknown = await writeFolder(handle(folder), files).catch((error: unknown) => error);
	expect(fault).toBeInstanceOf(FolderFault);
	expect(fault).toMatchObject({ code: 'full', written: ['actors.json', 'places/p.geojson'] });
	expect((folder.entries.get('articles') as Folder).entries.size).toBe(0);
});
