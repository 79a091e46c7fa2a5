/** What the desk tells its map, and what it hears back. */
import type { DraftView, DrawAct } from './draft';
import type { MapPoint } from './measure';

export interface DraftMapControls {
	/** Gives the map the keyboard. */
	focus(): void;
	/** The middle of the map in degrees; null where there is no map any more. */
	middle(): MapPoint | null;
}

/** A type and not an interface, as what is fetched later takes its props (`LazyComponent`). */
export type DraftMapProps = {
	/** Addresses of our own sites, as of any map (`props.ts`). */
	marks: string;
	shapes: string;
	draft: DraftView;
	/** The map's name for readers who don't see it. */
	label: string;
	/** A click on a place that is drafted. */
	onselect: (mark: string) => void;
	ondraw: (act: DrawAct) => void;
	/** Who draws does not want to any more. */
	onleave: () => void;
	onready: (controls: DraftMapControls) => void;
};
