/** Has the browser save a file under a name. */
export function saveFile(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers read the file only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
