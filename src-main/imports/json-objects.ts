/**
 * Cuts a stream of JSON text into its innermost records without holding the whole: a list of objects, one object a
 * line, or an answer of the WebAPI as it was saved. Only the cutting is ours, JSON.parse reads each piece: ten times
 * as fast as a reader of tokens, which an import of half a million rows needs.
 */
export async function* splitObjects(chunks: AsyncIterable<string>): AsyncGenerator<Record<string, unknown>> {
  const cutter = new Cutter();
  for await (const chunk of chunks) {
    for (const text of cutter.cut(chunk)) yield JSON.parse(text) as Record<string, unknown>;
  }
  cutter.end();
}

/** A record is an object outside of which there are lists and envelopes only; an envelope is an object with a list in it. */
class Cutter {
  /** The brackets that are open. An object among them is an envelope. */
  #outside: string[] = [];
  #text = '';
  /** How deep inside a record; 0 between records. */
  #depth = 0;
  #inString = false;
  #escaped = false;
  #seen = false;

  *cut(chunk: string): Generator<string> {
    let from = this.#depth > 0 ? 0 : -1;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === 92) this.#escaped = true;
        else if (code === 34) this.#inString = false;
        continue;
      }
      if (code === 34) this.#inString = true;
      else if (code === 123 || code === 91) {
        if (this.#depth > 0) {
          if (code === 91 && this.#depth === 1 && this.#isEnvelope(chunk, from, at)) {
            this.#outside.push('{', '[');
            this.#text = '';
            this.#depth = 0;
            from = -1;
          } else this.#depth++;
        } else if (code === 123) {
          this.#depth = 1;
          this.#seen = true;
          from = at;
        } else this.#outside.push('[');
      } else if (code === 125 || code === 93) {
        if (this.#depth === 0) {
          this.#outside.pop();
        } else if (--this.#depth === 0) {
          yield this.#text + chunk.slice(from, at + 1);
          this.#text = '';
          from = -1;
        }
      }
    }
    if (from >= 0) this.#text += chunk.slice(from);
  }

  /** The first object of a text with nothing around it, at a list that its `data` holds. */
  #isEnvelope(chunk: string, from: number, at: number): boolean {
    return (
      this.#outside.length === 0 &&
      /"(?:data|items|results|records)"\s*:\s*$/.test(this.#text + chunk.slice(from, at))
    );
  }

  end(): void {
    if (this.#depth > 0 || this.#inString || !this.#seen)
      throw new SyntaxError('the text ends within a record');
  }
}
