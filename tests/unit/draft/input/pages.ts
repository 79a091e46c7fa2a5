/** Made-up pages of news, as sites write them, and the small DOM that reads them in the tests. */
import { parseHTML } from 'linkedom';

/** A browser makes the elements that a page leaves out; this DOM does not. */
export function parseHtml(html: string): Document {
	const whole = /<html/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
	return parseHTML(whole).document as unknown as Document;
}

export const paragraphs = [
	'HAMA, Aug. 31 (Made) - The ministry said on Tuesday that a brigade had left its barracks west of the city, and that the base would be handed over to the governorate within the month.',
	'Two convoys were seen on the road to the harbour, a resident said. “They took the radar with them,” he told the paper by telephone, and asked that his name be withheld.',
	'Nobody at the embassy could be reached for comment, and the telephones of the command were dead. The governor, who had visited the barracks in July, said that he knew nothing of it.',
	'The base had been used since 2015, according to a report of the ministry that the paper has seen, and a second hangar was built beside the runway two years later.'
];

const linked = {
	'@context': 'https://schema.org',
	'@graph': [
		{ '@type': 'WebSite', name: 'The Made-Up Times' },
		{
			'@type': 'NewsArticle',
			headline: 'A brigade leaves its barracks',
			datePublished: '2022-08-31T23:30:00+03:00',
			author: [
				{ '@type': 'Person', name: 'Jane Doe' },
				{ '@type': 'Person', name: 'John Roe' }
			],
			publisher: { '@type': 'Organization', name: 'The Made-Up Times' },
			inLanguage: 'en',
			mainEntityOfPage: { '@id': 'https://news.example/2022/brigade' }
		}
	]
};

export const newsPage = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>A brigade leaves its barracks | The Made-Up Times</title>
<link rel="canonical" href="https://news.example/2022/brigade">
<meta property="og:title" content="Brigade leaves barracks">
<meta property="og:site_name" content="Made-Up Times">
<meta property="article:published_time" content="2022-08-31T20:30:00Z">
<meta name="author" content="Jane Doe">
<script type="application/ld+json">${JSON.stringify(linked)}</script>
<script>window.ran = 'head';</script>
<style>p { color: red }</style>
</head>
<body class="single has-newsletter">
<div class="cookie-banner">We use cookies to make this site better. <button>Accept</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main>
<article>
<h1>A brigade leaves its barracks</h1>
<p class="byline">By Jane Doe and John Roe</p>
<time datetime="2022-08-31">31 August 2022</time>
<p>${paragraphs[0]}</p>
<p>${paragraphs[1]!.replace('radar', '<b>radar</b>')}</p>
<div class="share-tools"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<p>${paragraphs[2]!.replace(' The governor', '\n\t The <a href="/g">governor</a>')}</p>
<p>Related: <a href="/x">The harbour gets a new quay</a></p>
<p>${paragraphs[3]}</p>
<img src="https://tracker.example/a.png" onerror="window.ran = 'image'">
</article>
</main>
<aside class="related"><h3>Most read</h3><ul><li><a href="/1">One more story of the day</a></li><li><a href="/2">And another story of it</a></li></ul></aside>
<div hidden>Nobody sees this line.</div>
<footer>© 2022 The Made-Up Times. All rights reserved.</footer>
<script>window.ran = 'body';</script>
</body>
</html>`;

/** The text of the article on that page; the line of its author and that of its day are part of it. */
export const newsText = ['By Jane Doe and John Roe', '31 August 2022', ...paragraphs].join('\n');
