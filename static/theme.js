// The reader's choice of light or dark, put on the page before it is drawn. Without a choice the system decides.
try {
	const theme = localStorage.getItem('theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage may be closed to us; the system's setting serves.
}
document.documentElement.classList.add('scripted');
