/** How colours are told apart, by every kind of eye: what tests of palettes share. */
import { distance, linearOf, luminance, oklabOf } from '../../src/lib/base/colours';

type Triple = [number, number, number];
type Matrix = [Triple, Triple, Triple];

/**
 * Severity 1.0, for linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009. https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/
 */
export const visions: Record<string, Matrix> = {
	'full colour': [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

const times = (matrix: Matrix, [r, g, b]: Triple) =>
	matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as Triple;
const clamp = (triple: Triple) => triple.map((value) => Math.min(1, Math.max(0, value))) as Triple;

/** A colour (#rrggbb) in OKLab, as an eye with a vision sees it. */
export const seen = (hex: string, vision: string) => oklabOf(clamp(times(visions[vision]!, linearOf(hex))));
export { distance };
/** Contrast (WCAG 2.2), 1 to 21. */
export const contrast = (a: string, b: string) => {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
};
