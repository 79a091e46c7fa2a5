/** The parts of a Shapefile. */
import type { FileBytes } from './fileBytes';

/** Those that are read, by their endings. */
export const shapefileParts = ['shp', 'dbf', 'prj', 'cpg'] as const;
export type ShapefileParts = Partial<Record<(typeof shapefileParts)[number], FileBytes>>;
