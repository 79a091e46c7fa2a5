/** Rows and keys as they are gathered, before they are packed. */
import type { GazetteerPlace } from '../../lib/draft/gazetteer/gazetteer';
import { gazetteerKey } from '../../lib/draft/gazetteer/key';

/** Two letters that are a name in English; in Arabic two letters may be a town. */
const shortKeys = new Set(['us', 'uk', 'eu', 'hk']);
/** Longer names than these many words are not looked for in texts. */
const mostWords = 7;

export class Collection {
	readonly places: GazetteerPlace[] = [];
	/** By key: weight by row. */
	readonly keys = new Map<string, Map<number, number>>();
	readonly demonyms = new Map<string, number>();
	readonly abbreviations = new Map<string, number>();

	/** Gives the row. */
	add(place: GazetteerPlace): number {
		return this.places.push(place) - 1;
	}

	name(row: number, name: string, weight: number): void {
		this.key(row, gazetteerKey(name), weight);
	}

	key(row: number, key: string, weight: number): void {
		const isArabic = /^\p{Script=Arabic}/u.test(key);
		if (key.length < (isArabic ? 2 : 3) && !shortKeys.has(key)) return;
		if (key.split(' ').length > mostWords) return;
		let rows = this.keys.get(key);
		if (!rows) this.keys.set(key, (rows = new Map()));
		rows.set(row, Math.max(weight, rows.get(row) ?? 0));
	}

	demonym(row: number, word: string): void {
		this.demonyms.set(gazetteerKey(word), row);
	}
}
