import type { Map as MapLibre } from 'maplibre-gl';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Camera } from '../../../../src/lib/map/engine/camera';
import { CameraControl } from '../../../../src/lib/map/engine/cameraControl';
import type { Callbacks, EngineState } from '../../../../src/lib/map/engine/types';
import { view } from '../fixtures';

const at = (zoom: number): Camera => ({ zoom, latitude: 35, longitude: 36 });

let now: Camera;
let reported: (Camera | null)[];
let jumps: number[];
let state: EngineState;
let control: CameraControl;
const listeners = new Map<string, (event: object) => void>();

/** The map as the reader moves it. */
function drag(zoom: number) {
	now = at(zoom);
	listeners.get('movestart')!({ originalEvent: {} });
	listeners.get('moveend')!({ originalEvent: {} });
}

function show(camera: Camera | null) {
	const before = state.view;
	state.view = { ...before, camera };
	control.update(before);
}

beforeEach(() => {
	now = at(6);
	reported = [];
	jumps = [];
	const map = {
		on: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
		getCenter: () => ({ lng: now.longitude, lat: now.latitude }),
		getZoom: () => now.zoom,
		// Nothing is fitted into a map without width.
		getContainer: () => ({ clientWidth: 0, clientHeight: 0 }),
		jumpTo({ zoom }: { zoom: number }) {
			now = at(zoom);
			jumps.push(zoom);
		}
	};
	const callbacks = { oncamera: (camera: Camera | null) => void reported.push(camera) };
	state = { view, data: null };
	control = new CameraControl(map as unknown as MapLibre, state, callbacks as unknown as Callbacks, false);
});

describe('the camera', () => {
	it('is reported where the reader moved the map, and not where the map moved itself', () => {
		listeners.get('moveend')!({});
		expect(reported).toEqual([]);
		drag(7);
		expect(reported).toEqual([at(7)]);
	});

	it('does not go back where a report comes back late', () => {
		drag(7);
		drag(8);
		show(at(7));
		show(at(8));
		expect(jumps).toEqual([]);
	});

	it('goes where the address says otherwise', () => {
		drag(7);
		show(at(7));
		show(at(9));
		expect(jumps).toEqual([9]);
	});

	it('stays where it is when the address says that', () => {
		show(at(6));
		expect(jumps).toEqual([]);
	});
});
