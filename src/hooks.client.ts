import type { HandleClientError } from '@sveltejs/kit';

/**
 * Before the page is alive its words are those of the HTML, which an error page would put away: a script that fails
 * then is thrown on, which leaves them, and `static/early.js` says what is missing. Later on `+error.svelte` loads the
 * page that was asked for as a whole.
 */
export const handleError: HandleClientError = ({ error, message }) => {
	if (!('hydrated' in document.documentElement.dataset)) throw error;
	return { message };
};

// A part of the page whose styles are missing is shown without them: early.js has seen the link fail and says so.
addEventListener('vite:preloadError', (event) => {
	if (event.payload.message.startsWith('Unable to preload CSS')) event.preventDefault();
});
