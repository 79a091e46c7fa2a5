import { describe, expect, it } from 'vitest';
import { homeOf } from '../../../src/tools/home.js';

describe('where a site will live', () => {
	it.each([
		[{}, '', ''],
		[{ BASE_PATH: '/' }, '', ''],
		[{ BASE_PATH: '/map' }, '', '/map'],
		[{ BASE_PATH: 'map/' }, '', '/map'],
		[{ BASE_PATH: '/maps/v1.2' }, '', '/maps/v1.2'],
		[{ VITE_SITE_ORIGIN: 'https://example.org' }, 'https://example.org', ''],
		[{ VITE_SITE_ORIGIN: 'https://example.org/' }, 'https://example.org', ''],
		[{ VITE_SITE_ORIGIN: 'https://group.example/map/' }, 'https://group.example', '/map'],
		[{ VITE_SITE_ORIGIN: 'https://group.example', BASE_PATH: '/map' }, 'https://group.example', '/map'],
		[{ VITE_SITE_ORIGIN: 'https://group.example/map', BASE_PATH: '/map/' }, 'https://group.example', '/map'],
		[{ VITE_SITE_ORIGIN: 'http://127.0.0.1:8080/map', BASE_PATH: '' }, 'http://127.0.0.1:8080', '/map']
	])('%o is host “%s” and path “%s”', (settings, origin, base) => {
		expect(homeOf(settings)).toEqual({ origin, base });
	});

	it.each([
		[{ BASE_PATH: '/a b' }, 'BASE_PATH=/a b is no path'],
		[{ BASE_PATH: '/../x' }, 'is no path'],
		[{ BASE_PATH: 'https://example.org/map' }, 'is no path'],
		[{ BASE_PATH: '//example.org' }, 'is no path'],
		[{ VITE_SITE_ORIGIN: 'example.org' }, 'is no address of a site'],
		[{ VITE_SITE_ORIGIN: 'ftp://example.org' }, 'is no address of a site'],
		[{ VITE_SITE_ORIGIN: 'https://example.org/?a' }, 'is no address of a site'],
		[{ VITE_SITE_ORIGIN: 'https://example.org/map', BASE_PATH: '/other' }, 'name two paths']
	])('%o is refused, and the sentence says what to write', (settings, sentence) => {
		expect(() => homeOf(settings)).toThrow(sentence);
	});
});
