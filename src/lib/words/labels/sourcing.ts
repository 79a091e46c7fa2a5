/** A line for each language. */
export { sourcing as ar } from './ar/sourcing';
export { sourcing as en } from './en/sourcing';
