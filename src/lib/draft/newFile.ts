/**
 * The address of the page on which a repository's host makes a new file, with the name and the words of the file in it.
 * GitHub, Gitea and Forgejo take `filename` and `value`, GitLab `file_name` and `content`. Pure.
 */

/**
 * Longer ones are refused by hosts, most of which let the first line of a request have 8 KB
 * (https://nginx.org/en/docs/http/ngx_http_core_module.html#large_client_header_buffers).
 */
export const longestAddress = 8000;

/** By its path: `/OWNER/REPO/new/BRANCH/FOLDER`, `/…/-/new/BRANCH/FOLDER`, `/OWNER/REPO/_new/BRANCH/FOLDER`. */
const pages: { path: RegExp; name: string; words: string }[] = [
	{ path: /^\/.+\/-\/new\/[^/]/, name: 'file_name', words: 'content' },
	{ path: /^\/[^/]+\/[^/]+\/_new\/[^/]/, name: 'filename', words: 'value' },
	{ path: /^\/[^/]+\/[^/]+\/new\/[^/]/, name: 'filename', words: 'value' }
];

const pageOf = ({ pathname }: URL) => pages.find(({ path }) => path.test(pathname));

/** Whether it is the address of such a page, for the folder of the records. */
export function isNewFilePage(setting: string): boolean {
	return /^https?:/.test(setting) && URL.canParse(setting) && pageOf(new URL(setting)) !== undefined;
}

export interface NewFile {
	address: string;
	/** False where the words were too long: then the address has the name alone, and they are pasted. */
	hasWords: boolean;
}

/**
 * @param page the page of the folder of the records, as the site is set up
 * @param path of the file below that folder
 */
export function newFileAddress(page: string, path: string, text: string): NewFile {
	const address = new URL(page);
	const { name, words } = pageOf(address)!;
	address.pathname = address.pathname.replace(/\/+$/, '');
	address.searchParams.set(name, path);
	const bare = address.href;
	// Written small the same record takes two thirds of the room; `npm run check -- --fix` formats it.
	for (const written of [text, JSON.stringify(JSON.parse(text))]) {
		address.searchParams.set(words, written);
		if (address.href.length <= longestAddress) return { address: address.href, hasWords: true };
	}
	return { address: bare, hasWords: false };
}
