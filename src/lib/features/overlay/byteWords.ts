/** Amounts of bytes in words. */
import { intlTag, m } from '$lib/words';

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** “3.4 MB”, in the language of the page. */
export function bytes(amount: number): string {
	const step = amount < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(amount) / 3));
	return new Intl.NumberFormat(intlTag(), {
		style: 'unit',
		unit: sizes[step],
		unitDisplay: step === 0 ? 'long' : 'short',
		maximumFractionDigits: step < 2 ? 0 : 1
	}).format(amount / 1000 ** step);
}

/** How much is read: “3.4 MB of 12 MB”; the amount alone where the total is unknown. */
export function bytesOf(read: number, total: number | null): string {
	return total === null ? bytes(read) : m.own_add_bytes_of({ read: bytes(read), total: bytes(total) });
}
