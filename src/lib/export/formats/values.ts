/** The name space of what we add to the elements of GPX. */
export const valuesSpace = 'urn:x-attested:values';
