export const METRES_PER_KILOMETRE = 1000;
/** 1 亩 = 1/15 hectare = 666⅔ m² (国务院 1984 statutory units). */
export const SQUARE_METRES_PER_MU = 10_000 / 15;
export const SQUARE_METRES_PER_SQUARE_KILOMETRE = 1_000_000;
