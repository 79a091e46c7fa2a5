/** What else is there while a sheet covers the page. */

/**
 * Takes all but an element, and what it is in, out of reach of pointers, keys and screen readers. What is announced stays
 * where it can be heard.
 * @returns what gives it all back
 */
export function alone(element: HTMLElement): () => void {
	const taken: HTMLElement[] = [];
	for (let at = element; at.parentElement && at !== document.body; at = at.parentElement)
		for (const other of at.parentElement.children)
			if (other !== at && other instanceof HTMLElement && !other.inert && !other.matches('[aria-live]')) {
				other.inert = true;
				taken.push(other);
			}
	return () => {
		for (const other of taken) other.inert = false;
	};
}
