/** Text with the digits 0–9 for Arabic (٠–٩) and Persian (۰–۹) ones. */
export function latinDigits(text: string): string {
	return text
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
