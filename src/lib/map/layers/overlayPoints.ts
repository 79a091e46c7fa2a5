import type { MakeLayers } from '../style/layerOptions';

/** Beneath it lie the marks of overlays, which a style cannot have (`overlay/marks/markLayer.ts`). It draws nothing itself. */
export const aboveMarks = 'overlay-points';

/** Always there, so that a first overlay needs no other style. */
export const overlayPoints: MakeLayers = () => [
	{ id: aboveMarks, type: 'background', layout: { visibility: 'none' } }
];
