/** The PIN of everybody in the sample office; shown on its login screen. */
export const demoPin = '246810';
