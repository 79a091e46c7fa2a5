import { json } from '@sveltejs/kit';
import { dataset, records } from '$lib/server/dataset';
import { searchDocuments } from '$lib/view/search';

export const prerender = true;
export const GET = () => json(searchDocuments(dataset(), records().actors));
