/** Where the site lives, as whoever built it said: src/tools/home.js. */

/** Its path on its host: '' at the root, '/map' below it. Every address of ours begins with it. */
export const base: string = import.meta.env.BASE_PATH ?? '';

/** A path on that host, as it would be if the site lived at the root. */
export const pathBelow = (pathname: string): string => (base === '' ? pathname : pathname.slice(base.length));

/** Its host, such as https://example.org; '' where the build was not told. */
export const origin: string = import.meta.env.SITE_ORIGIN ?? '';

/** An address in a setting: one that begins with a slash is a file of the site, wherever that lives. */
export const ofSite = (setting: string): string => (/^\/(?!\/)/.test(setting) ? base + setting : setting);

/** What the site calls something that this browser keeps for it: other sites of the host keep theirs under other names. */
export const ownName = (name: string): string => (base === '' ? name : `${name} ${base}`);

/** The cache of what the desk alone needs, beside the copy of the site. */
export const deskCache = ownName('desk-recogniser');
