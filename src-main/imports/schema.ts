export const importKinds = ['webapi', 'csv', 'json'] as const;
export type ImportKind = (typeof importKinds)[number];
/** `interrupted`: the station stopped meanwhile. Every run but `done` can be taken up where it ended. */
export const importStates = ['running', 'done', 'cancelled', 'failed', 'interrupted'] as const;
export type ImportState = (typeof importStates)[number];
