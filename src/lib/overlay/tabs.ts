/** What a page tells the others of the site that are open in this browser: they share one store. */
import { ownName } from '../base/home';

/** A file is gone from the store, or another one is there in its place. */
export interface Gone {
	gone: string;
	by: string | null;
}

/** The pages that are open beside this one. */
export interface Tabs {
	tell(news: Gone): void;
}

/** Listens to the other pages from now on, for as long as this one lives. */
export function openTabs(hear: (news: Gone) => void): Tabs {
	const channel = new BroadcastChannel(ownName('attested-own'));
	channel.onmessage = ({ data }: MessageEvent<Gone>) => hear(data);
	return { tell: (news) => channel.postMessage(news) };
}
