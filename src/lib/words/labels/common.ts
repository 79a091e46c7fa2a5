/** A line for each language. */
export { common as ar } from './ar/common';
export { common as en } from './en/common';
