/** A line for each language. */
export { evidence as ar } from './ar/evidence';
export { evidence as en } from './en/evidence';
