/** Stands in for Plot's projections and the geometry of the globe behind them: no drawing here is a map. */
const none = (): undefined => undefined;
export const geoPath = none;
export const geoStream = none;
export const geoCentroid = none;
export const geoGraticule10 = none;
export const applyPosition = none;
export const createProjection = none;
export const projectionAspectRatio = none;
export const project = none;
export const xyProjection = none;
export const getGeometryChannels = (): readonly never[] => [];
export const hasProjection = (): boolean => false;
