/** The countries of the map, ISO 3166-1 alpha-2: a place whose record names none lies there, if it is not foreign. */
export const homeCountries = ['SY'];
