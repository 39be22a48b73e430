/** Reads the whole file. @returns 'ok', or what SQLite found first. */
export function quickCheck(sqlite: { pragma(source: string): unknown }): string {
  try {
    return (sqlite.pragma('quick_check(1)') as { quick_check: string }[])[0]!.quick_check;
  } catch (error) {
    return (error as Error).message;
  }
}
