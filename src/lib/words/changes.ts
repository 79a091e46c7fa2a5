/** What stood in a field of a record before or after a change, in words. */
import type { FieldValue } from '../geodata/changes';
import type { CaveatKind } from '../geodata/vocabulary';
import { nameInLanguage } from '.';
import { m } from './compiled/messages.js';
import { common } from './languages/common';
import { doubts } from './languages/doubts';
import type { Locale } from './locale';
import { digits } from './numbers';

const fields: Record<string, () => string> = {
	place: m.place,
	summary: m.field_summary,
	claim: m.claim,
	actors: m.actors,
	date: m.field_date,
	quote: m.field_quote,
	sources: m.field_sources,
	caveats: m.field_caveats,
	withdrawal: m.field_withdrawal,
	name: m.field_name,
	kind: m.field_kind,
	'drawn as': m.drawn_as,
	precision: m.precision,
	radius: m.field_radius,
	shape: m.field_shape,
	reason: m.field_reason
};

/** What a field that changed is called. A name in another language is name.ar. */
export const fieldName = (field: string): string =>
	field.startsWith('name.') ? nameInLanguage(field.slice(5)) : (fields[field]?.() ?? field);

type CaveatValue = Extract<FieldValue, unknown[]>[number];

export function describeField(value: FieldValue, locale: Locale): string {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.map((caveat) => describeCaveat(caveat, locale)).join(' ');
	if ('radius_km' in value) return describeRadius(value.radius_km, locale);
	const { shape, positions, redrawn } = value;
	const count = m.field_positions({ count: positions, n: digits(positions, locale) }, { locale });
	const words = shape + common(locale).comma + count;
	return redrawn ? m.field_redrawn({ shape: words }, { locale }) : words;
}

/** An old version may have a kind that has no name any more. */
function describeCaveat({ kind, note, quotes = [] }: CaveatValue, locale: Locale): string {
	const words = quotes.map((quote) => `“${quote}”`);
	return [`${doubts(locale).caveatKinds[kind as CaveatKind] ?? kind}: ${note}`, ...words].join(' ');
}

/** With as many decimals as the record has. */
function describeRadius(radius_km: number, locale: Locale): string {
	const decimals = String(radius_km).split('.')[1]?.length ?? 0;
	return m.map_kilometres({ n: digits(radius_km, locale, decimals) }, { locale });
}
