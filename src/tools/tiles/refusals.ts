/** Why a file is not read, for the person at the keyboard. */
import type { RefusalReason } from '../../lib/overlay/read/problem';

export const refusals: Record<RefusalReason, string> = {
	empty: 'it is empty',
	picture: 'it is a picture',
	pdf: 'it is a PDF',
	'web-page': 'it is a web page',
	script: 'it is JavaScript, which is not run',
	nmea: 'it is the log of a receiver (NMEA); convert it to GPX, as with GPSBabel',
	'shapefile-part': 'it is a part of a Shapefile; zip it together with its other parts',
	'other-type': 'it is a file of another type',
	'other-archive': 'it is an archive of a kind that is not read; unpack it, or pack it as .zip',
	'archive-without-data': 'there is no file in the archive that can be read',
	'damaged-archive': 'the archive is damaged, or asks for a password',
	damaged: 'it is damaged, or cut off',
	locked: 'it asks for a password',
	'too-large': 'it is larger than the memory there is',
	'too-much-work': 'it takes far more work than files of its size do',
	'too-many-points': 'its lines and areas would have more points than can be drawn',
	'unpacks-too-large': 'it grows beyond every measure as it is unpacked',
	entities: 'it declares entities, which are not read, since they can grow without end',
	'other-markup': 'it is markup of a kind that is not read',
	'json-without-rows': 'it is JSON without features and without rows',
	unknown: 'it is neither text nor anything else that is known',
	'no-rows': 'there is no row in it'
};
