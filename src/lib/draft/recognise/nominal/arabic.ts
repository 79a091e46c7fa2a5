/** What Arabic says around the name of a place: قاعدة عسكرية قرب تدمر, ريف حماة الغربي. Patterns are for folded text. */
import type { DrawnAs, PlaceKind, Precision } from '../../../geodata/vocabulary';
import { folded } from '../folded';
import type { Span } from '../span';
import { finenessOf, type Relation } from './words';

interface Fineness {
	precision: Precision | null;
	radius_km: number | null;
	drawn: DrawnAs | null;
}

/** The wider words and what they say. */
export interface ArabicDescription {
	span: Span;
	relation: Relation;
	kind: PlaceKind | null;
	fineness: Fineness;
	bearing?: number;
	distance_km?: number;
}

const sites: readonly (readonly [string, PlaceKind])[] = [
	['قاعده (?:جويه|حميميم الجويه)', 'air-base'],
	['قاعده بحريه', 'naval-base'],
	['مطار|مطاري|مطارات', 'airport'],
	['ميناء|مرفا', 'port'],
	['مقر|مقرات|مقار|مركز قياده', 'headquarters'],
	['مستودع|مستودعات|مخزن|مخازن', 'store'],
	['مصنع|معمل|مصفاه', 'plant'],
	['موقع|مواقع|نقاط|نقطه|حاجز|حواجز|جبهه', 'positions'],
	['قاعده|قواعد|معسكر|معسكرات|ثكنه|ثكنات|فوج|معبر', 'garrison'],
	['معركه|معارك', 'event-place']
];
const areas: readonly (readonly [string, PlaceKind, Fineness])[] = [
	['محافظه|ولايه|اقليم', 'governorate', { precision: 4, radius_km: null, drawn: 'region' }],
	['منطقه|قضاء|ناحيه|محليه', 'region', { precision: 3, radius_km: null, drawn: 'region' }],
	['ريف|باديه|ساحل|جبال|سهل|وادي|صحراء', 'region', { precision: 5, radius_km: null, drawn: 'region' }],
	['مدينه|بلده|قريه|حي|ضاحيه|عاصمه|العاصمه', 'city', { precision: 2, radius_km: null, drawn: 'none' }],
	['طريق|اوتوستراد', 'highway', { precision: 5, radius_km: null, drawn: 'line' }],
	['حدود|الحدود', 'border', { precision: 5, radius_km: null, drawn: 'line' }]
];
const ways = ['شمال', 'شمال شرق', 'شرق', 'جنوب شرق', 'جنوب', 'جنوب غرب', 'غرب', 'شمال غرب'];
const way = '(?:شمال|جنوب)ي? (?:شرق|غرب)ي?|(?:شمال|جنوب|شرق|غرب)ي?';

const start = '(?<=(?<!\\p{L})(?:[وفبل]|لل)?)';
const noun = (words: string) =>
	`${start}(?:ال)?(?<noun>${words})(?: (?:ال)?(?:عسكري|جوي|بحري|دولي|مدني|روسي|ايراني|امريكي)(?:ه|ين)?)*`;
const allSites = sites.map(([words]) => words).join('|');
const allAreas = areas.map(([words]) => words).join('|');
const siteBefore = new RegExp(`${noun(allSites)} (?:في )?$`, 'u');
const siteRight = new RegExp(`${noun(allSites)} $`, 'u');
const areaBefore = new RegExp(`${start}(?<noun>${allAreas}) $`, 'u');
const distanceBefore = new RegExp(
	`${start}(?:علي (?:بعد|مسافه) )?(?:نحو |حوالي )?(?<count>\\d+) ?(?:كم|كيلومترا?|كيلو مترا?) (?:(?:الي )?(?:ال)?(?<way>${way})|من|عن)(?: من)? $`,
	'u'
);
const wayBefore = new RegExp(`${start}(?:الي ال)?(?<way>${way})(?: من)? $`, 'u');
const nearBefore = new RegExp(`${start}(?:قرب|بالقرب من|في محيط|محيط|بجوار|قريبا? من|قريبه من) $`, 'u');
const outsideBefore = new RegExp(`${start}(?:خارج|اطراف|علي اطراف|ضواحي|مشارف|علي مشارف) $`, 'u');
const after =
	/^ (?:العسكري|الدولي|المدني|الجوي|الجويه|العسكريه|البحريه|الغربي|الشرقي|الشمالي|الجنوبي)(?:ه)?(?: (?:الدولي|العسكري|الغربي|الشرقي))?(?!\p{L})/u;

const bearingOf = (words: string) => Math.max(0, ways.indexOf(words.replaceAll(/ي(?= |$)/g, ''))) * 45;

/** The description around one name, by the words directly before and after it. */
export function arabicDescription(text: string, name: Span): ArabicDescription {
	const from = Math.max(0, name.start - 80);
	const left = folded(text.slice(from, name.start));
	let before = left.text;
	let relation: Relation = 'in';
	let kind: PlaceKind | null = null;
	let fineness: Fineness = finenessOf.in;
	let more: Pick<ArabicDescription, 'bearing' | 'distance_km'> = {};
	const take = (match: RegExpExecArray) => {
		before = before.slice(0, match.index);
	};

	const site = siteRight.exec(before);
	const area = site ? null : areaBefore.exec(before);
	if (site) {
		kind = kindOf(site.groups!.noun!);
		[relation, fineness] = ['at', { precision: 1, radius_km: 2, drawn: 'point' }];
		take(site);
	} else if (area) {
		const [, areaKind, fine] = areas.find(([words]) =>
			new RegExp(`^(?:${words})$`, 'u').test(area.groups!.noun!)
		)!;
		[kind, fineness] = [areaKind, fine];
		take(area);
	}

	const distance = distanceBefore.exec(before);
	const direction = distance ?? wayBefore.exec(before);
	const near = direction ? null : nearBefore.exec(before);
	const outside = direction || near ? null : outsideBefore.exec(before);
	const link = direction ?? near ?? outside;
	if (link) {
		relation = distance ? 'distance' : direction ? 'direction' : near ? 'near' : 'outside';
		fineness = finenessOf[relation];
		const words = link.groups?.way;
		if (words) more.bearing = bearingOf(words);
		if (distance) {
			const distance_km = Number(distance.groups!.count);
			more = { ...more, distance_km };
			fineness = { ...fineness, radius_km: Math.max(5, words ? Math.round(distance_km / 4) : distance_km) };
		}
		take(link);
		const what = siteBefore.exec(before);
		if (what) {
			kind = kindOf(what.groups!.noun!);
			take(what);
		}
	}
	const right = folded(text.slice(name.end, name.end + 40));
	const adjective = kind ? after.exec(right.text) : null;
	return {
		span: {
			start:
				before.length < left.text.length
					? from + left.spanOf({ start: before.length, end: before.length + 1 }).start
					: name.start,
			end: adjective ? name.end + right.spanOf({ start: 0, end: adjective[0].length }).end : name.end
		},
		relation,
		kind,
		fineness,
		...more
	};
}

function kindOf(noun: string): PlaceKind {
	return sites.find(([words]) => new RegExp(`^(?:${words})$`, 'u').test(noun))?.[1] ?? 'garrison';
}
