/** `config` a setting has an impossible value · `taken` another process uses the resource · `forbidden` the user lacks permission. */
export type StartErrorCode = 'config' | 'taken' | 'forbidden';

/** Why the server did not start. The message is one sentence for the operator. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code: StartErrorCode;

  /** @param options.code `config` unless given. */
  constructor(message: string, options: ErrorOptions & { code?: StartErrorCode } = {}) {
    super(message, options);
    this.code = options.code ?? 'config';
  }
}
