import type { languages } from 'monaco-editor/editor';
import { signatureAt } from '../../filter/signature.ts';
import { markdownLine } from './markdown-line.ts';
import type { ProviderModel, ProviderPlace, ProviderToken } from './provider-model.ts';

export const signatureProvider = {
  signatureHelpTriggerCharacters: ['(', ','],
  provideSignatureHelp(
    model: ProviderModel,
    position: ProviderPlace,
    token: ProviderToken,
  ): languages.SignatureHelpResult | undefined {
    if (model.isDisposed() || token.isCancellationRequested) return undefined;
    const found = signatureAt(model.getValue(), model.getOffsetAt(position));
    if (!found) return undefined;
    const documentation = { value: found.documentation.split('\n').map(asLine).join('\n\n') };
    const parameters = found.parameters.map(({ label, documentation: text }) => ({
      label,
      documentation: { value: asLine(text) },
    }));
    const signature = { label: found.label, documentation, parameters };
    return {
      value: { signatures: [signature], activeSignature: 0, activeParameter: found.activeParameter },
      dispose() {},
    };
  },
} satisfies languages.SignatureHelpProvider;

const asLine = (line: string) => markdownLine(line, false);
