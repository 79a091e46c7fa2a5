/*
 * Runs before anything else and depends on nothing: puts the reader's choice of light or dark on the page before it is
 * drawn, and says which kinds of file did not come, since what would say so otherwise may be what is missing. The
 * lines are in every page, hidden: src/lib/features/frame/MissingFiles.svelte. Without this file the page works as well.
 */
(function () {
	var root = document.documentElement;
	var missing = {};

	// Hosts know a page by more than one address: /about, /about/, /about.html, /about/index.html. The first is what is
	// cited and shared, and what the other scripts know.
	var home = new URL('.', document.currentScript.src).pathname;
	var path = location.pathname.replace(/(\/)index\.html$|\.html$/, '$1');
	path = path === home || path + '/' === home ? home : path.replace(/\/+$/, '');
	try {
		if (path !== location.pathname && path.indexOf(home) === 0)
			history.replaceState(null, '', location.origin + path + location.search + location.hash);
	} catch {
		// A frame without an origin may not change its address; nobody sees it there.
	}

	try {
		var theme = localStorage.getItem('theme');
		if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
	} catch {
		// Storage may be closed to us; the system's setting serves.
	}
	// The still picture of the map waits with its marks until the map knows which of them an address asks for.
	if (location.search) root.setAttribute('data-asked', '');
	// What only scripts can do is shown; taken back where they turn out not to run.
	root.classList.add('scripted');

	// Only embeds are made to be shown inside the pages of others. A host may not say so, nor say so of a page that it
	// shows for an unknown address: then the page shows nothing but a link to itself.
	var isFramed = window.top !== window && !root.hasAttribute('data-embed');
	if (isFramed) root.setAttribute('data-framed', '');

	function isAlive() {
		return root.hasAttribute('data-hydrated');
	}

	/** Shows the lines about all that is missing, as far as they are in the page yet. */
	function show() {
		var framed = isFramed && document.querySelector('[data-in-frame]');
		if (framed) {
			framed.hidden = false;
			framed.querySelector('a').href = location.href;
		}
		for (var kind in missing) {
			var lines = document.querySelectorAll('[data-missing="' + kind + '"]');
			for (var at = 0; at < lines.length; at++) {
				lines[at].hidden = false;
				// With the state of the view; without a fragment, or the browser would only scroll to it.
				lines[at].querySelector('a').href = location.href.split('#')[0];
			}
		}
	}

	/** @param kind of file: 'scripts', 'styles', 'fonts' or 'picture' */
	function tell(kind) {
		missing[kind] = true;
		if (kind === 'scripts' && !isAlive()) root.classList.remove('scripted');
		show();
	}

	// Other scripts tell what they learn: src/lib/base/missing.ts.
	addEventListener('missing', function (event) {
		tell(event.detail);
	});

	// Elements that fail tell nobody but who listens before them; without an element it is a script that broke.
	addEventListener(
		'error',
		function (event) {
			var element = event.target;
			if (element === window ? !isAlive() : element.tagName === 'SCRIPT') tell('scripts');
			else if (element.tagName === 'LINK' && element.rel === 'stylesheet') tell('styles');
			else if (element.tagName === 'use') tell('picture');
		},
		true
	);

	// The scripts of the page are imported; what fails later and in its own place is told there and never gets here.
	addEventListener('unhandledrejection', function () {
		tell('scripts');
	});

	// What is loaded again may be wrong in the copy that is kept: its worker puts it right first. Controls that say so
	// load the page themselves where there is no copy.
	addEventListener(
		'click',
		function (event) {
			var control = event.target.closest && event.target.closest('[data-load-again]');
			var worker = control && controller();
			if (!worker || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			event.stopImmediatePropagation();
			if (control.hasAttribute('aria-busy')) return;
			control.setAttribute('aria-busy', 'true');
			var channel = new MessageChannel();
			function go() {
				clearTimeout(patience);
				if (control.href) location.assign(control.href);
				else location.reload();
			}
			var patience = setTimeout(go, 15000);
			channel.port1.onmessage = go;
			worker.postMessage('mend', [channel.port2]);
		},
		true
	);

	/** Without an origin a page may not look into its own sheets; one that did not come has told already. */
	function isEmpty(sheet) {
		try {
			return !sheet || sheet.cssRules.length === 0;
		} catch {
			return false;
		}
	}

	/** The worker that serves this page. In a frame without an origin the question itself is refused. */
	function controller() {
		try {
			return navigator.serviceWorker && navigator.serviceWorker.controller;
		} catch {
			return null;
		}
	}

	addEventListener('load', function () {
		var links = document.querySelectorAll('link[rel="stylesheet"]');
		for (var at = 0; at < links.length; at++) {
			if (isEmpty(links[at].sheet)) tell('styles');
		}
	});

	if (document.fonts && document.fonts.addEventListener)
		document.fonts.addEventListener('loadingerror', function () {
			tell('fonts');
		});

	document.addEventListener('DOMContentLoaded', function () {
		show();
		// A script that never comes fails as little as it works.
		setTimeout(function () {
			if (!isAlive()) tell('scripts');
		}, 30000);
	});
})();
