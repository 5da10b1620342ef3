/** The server answered something that no LangSmith answers: the path asked and the field that is wrong. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly path: string;
  readonly field: string;

  constructor(path: string, field: string, reason: string, options?: ErrorOptions) {
    super(`The answer of ${path} is not what LangSmith answers: ${field} ${reason}.`, options);
    this.path = path;
    this.field = field;
  }
}

export const isContractError = (error: unknown): error is ContractError => error instanceof ContractError;
