/** Every address a screen asks. A page and its station share one origin, whichever door serves it. */
export const origin = location.origin;
export const changesPath = `${origin}/api/changes`;
export const slipImagePath = (slipId: string) => `${origin}/api/slips/${slipId}/image`;
