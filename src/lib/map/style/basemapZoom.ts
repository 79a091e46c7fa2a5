/** From this zoom on the finer ground near the sites is drawn; it is fetched then, and not before. */
export const nearZoom = 9.3;
