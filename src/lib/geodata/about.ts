/** What exports and pages say of a data set as a whole. Pure. */
import type { DatasetRecord } from './datasetSchema';

export interface About {
	/** For programs: attested-syria. */
	id: string;
	title: string;
	description: string;
	/** Who publishes it. */
	creator: string;
	keywords: readonly string[];
	/** Tags of its languages; the first is that of the records. */
	languages: readonly string[];
}

export const aboutOf = ({
	id,
	title,
	subtitle,
	introduction,
	disclaimer,
	keywords,
	languages,
	publisher
}: DatasetRecord): About => ({
	id,
	title: [`${publisher.name}: ${title}`, ...(subtitle ? [subtitle] : [])].join(', '),
	description: `${introduction} ${disclaimer}`,
	creator: publisher.name,
	keywords,
	languages: languages.map(({ tag }) => tag)
});
