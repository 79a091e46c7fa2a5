/** What a reader chose before, in this browser: the background, and the hosts that it may ask. */
import { ownName } from '../../base/home';

const chosenKey = ownName('background');
const hostsKey = ownName('background-hosts');

function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		// Storage may be closed to us: then a choice holds until the page is closed.
		return null;
	}
}

function write(key: string, value: string | null): void {
	try {
		if (value === null) localStorage.removeItem(key);
		else localStorage.setItem(key, value);
	} catch {
		// As above.
	}
}

/** The id of the background that was chosen last; null: the map's own. */
export const keptChoice = (): string | null => read(chosenKey);
export const keepChoice = (id: string | null): void => write(chosenKey, id);

/** The hosts that the reader let the site ask. */
export const keptHosts = (): string[] => (read(hostsKey) ?? '').split(' ').filter(Boolean);
export const keepHosts = (hosts: readonly string[]): void => write(hostsKey, hosts.join(' '));
