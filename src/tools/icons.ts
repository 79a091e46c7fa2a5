/** `npm run icons`: draws the pictures in `static/icons/` from `static/icon.svg`, after it was changed. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from './browser';
import { project } from './command';
import { writeOutputs } from './output';

/** The ground of the icon, which a mask may cut to any shape: the sign lies within the middle four fifths of it. */
const ground = '#1b3a4b';
const pictures = [
	{ name: 'icon-192', side: 192, share: 1, ground: 'transparent' },
	{ name: 'icon-512', side: 512, share: 1, ground: 'transparent' },
	{ name: 'maskable-512', side: 512, share: 0.8, ground },
	{ name: 'apple-touch-icon', side: 180, share: 1, ground }
];

const source = join(project, 'static/icon.svg');
const svg = readFileSync(source, 'utf8');
const directory = join(project, 'static/icons');
mkdirSync(directory, { recursive: true });
const drawn: { path: string; content: Uint8Array }[] = [];
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
try {
	for (const { name, side, share, ground } of pictures) {
		const page = await browser.newPage({ viewport: { width: side, height: side } });
		const size = `${share * 100}%`;
		await page.setContent(
			`<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">
			${svg.replace('<svg ', `<svg width="${size}" height="${size}" `)}`
		);
		const content = await page.screenshot({ omitBackground: true });
		drawn.push({ path: join(directory, `${name}.png`), content });
		await page.close();
	}
} finally {
	await browser.close();
}
writeOutputs(drawn, { reads: [source] });
