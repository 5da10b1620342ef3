import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../contract/run.ts';
import { chatOf, type Side } from './chat.ts';
import type { ChatMessage, ContentPart } from './chat-message.ts';

const lc = (name: string, kwargs: JsonObject): JsonObject => ({
  lc: 1,
  type: 'constructor',
  id: ['langchain_core', 'messages', name],
  kwargs,
});

/** A message as one line, the way a person would say it. */
function line(message: ChatMessage): string {
  const name = message.name === undefined ? '' : `(${message.name})`;
  const calls = message.toolCalls.map((call) => ` !${call.name}${JSON.stringify(call.args)}`).join('');
  const answers = message.toolCallId === undefined ? '' : ` #${message.toolCallId}`;
  return `${message.role}${name}: ${message.parts.map(word).join(' ')}${calls}${answers}${message.isError ? ' failed' : ''}`;
}

function word(part: ContentPart): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'reasoning':
    case 'refusal':
      return `<${part.kind} ${part.text}>`;
    case 'json':
      return `<json ${part.label ?? ''} ${JSON.stringify(part.value)}>`;
    case 'tool-result':
      return `<result ${part.toolCallId} ${part.parts.map(word).join(' ')}${part.isError ? ' failed' : ''}>`;
    default: {
      const { source } = part;
      const where =
        source.kind === 'inline' ? source.mimeType : source.kind === 'link' ? source.url : source.id;
      return `<${part.kind} ${where}${part.name === undefined ? '' : ` ${part.name}`}>`;
    }
  }
}

const read = (side: Side, value: JsonObject, type = 'llm') =>
  chatOf(side, value, type)?.groups.map((group) => group.map(line));

const call = { id: 'c1', name: 'find', args: { q: 'x' } };
const openAiCall = { id: 'c1', type: 'function', function: { name: 'find', arguments: '{"q":"x"}' } };

test.each<[string, Side, JsonObject, string[][]]>([
  [
    'LangChain: nested constructors',
    'inputs',
    {
      messages: [
        [
          lc('SystemMessage', { content: 'be brief' }),
          lc('HumanMessage', { content: 'hi', name: 'Ada' }),
          lc('AIMessageChunk', {
            content: '',
            tool_calls: [call],
            additional_kwargs: { tool_calls: [openAiCall] },
          }),
          lc('ToolMessage', { content: 'none', tool_call_id: 'c1', name: 'find', status: 'error' }),
        ],
      ],
    },
    [['system: be brief', 'user(Ada): hi', 'assistant:  !find{"q":"x"}', 'tool(find): none #c1 failed']],
  ],
  [
    'LangChain: a batch of two conversations',
    'inputs',
    { messages: [[lc('HumanMessage', { content: 'a' })], [lc('HumanMessage', { content: 'b' })]] },
    [['user: a'], ['user: b']],
  ],
  [
    'LangChain: generations, two candidates',
    'outputs',
    { generations: [[{ text: 'a', message: lc('AIMessage', { content: 'a' }) }, { text: 'b' }]] },
    [['assistant: a'], ['assistant: b']],
  ],
  [
    'LangChain: message stores, Python dumps, pairs',
    'inputs',
    { messages: [{ type: 'human', data: { content: 'a' } }, { type: 'ai', content: 'b' }, ['system', 'c']] },
    [['user: a', 'assistant: b', 'system: c']],
  ],
  [
    'LangChain: the value of a prompt',
    'outputs',
    { output: lc('ChatPromptValue', { messages: [lc('HumanMessage', { content: 'a' })] }) },
    [['user: a']],
  ],
  ['LangChain: text models', 'inputs', { prompts: ['one', 'two'] }, [['user: one'], ['user: two']]],
  [
    'LangChain: streamed arguments are not shown beside the call they became',
    'outputs',
    {
      output: lc('AIMessageChunk', {
        content: [
          { type: 'text', text: 'let me see' },
          { type: 'tool_use', id: 'c1', name: 'find', input: {} },
          { type: 'input_json_delta', index: 1, input: '{"q":"x"}' },
        ],
        tool_calls: [call],
      }),
    },
    [['assistant: let me see !find{"q":"x"}']],
  ],
  [
    'OpenAI chat',
    'inputs',
    {
      model: 'gpt',
      messages: [
        { role: 'developer', content: 'rules' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'look' },
            { type: 'image_url', image_url: { url: 'https://x/y.png' } },
          ],
        },
        { role: 'assistant', content: null, tool_calls: [openAiCall] },
        { role: 'tool', tool_call_id: 'c1', content: 'ok' },
      ],
    },
    [
      [
        'developer: rules',
        'user: look <image https://x/y.png>',
        'assistant:  !find{"q":"x"}',
        'tool: ok #c1',
      ],
    ],
  ],
  [
    'OpenAI choices, refusal, reasoning beside the content',
    'outputs',
    {
      choices: [
        { message: { role: 'assistant', content: null, refusal: 'no' } },
        { message: { role: 'assistant', content: 'yes', reasoning_content: 'hm' } },
        { text: 'plain' },
      ],
    },
    [['assistant: <refusal no>'], ['assistant: <reasoning hm> yes'], ['assistant: plain']],
  ],
  [
    'OpenAI responses, items of one turn joined',
    'outputs',
    {
      output: [
        { type: 'reasoning', id: 'r', summary: [{ type: 'summary_text', text: 'thinking' }] },
        { type: 'function_call', call_id: 'c1', name: 'find', arguments: '{"q":"x"}' },
        { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'done' }] },
      ],
    },
    [['assistant: <reasoning thinking> done !find{"q":"x"}']],
  ],
  [
    'OpenAI responses, input items',
    'inputs',
    {
      instructions: 'be kind',
      input: [
        { role: 'user', content: 'hi' },
        { type: 'function_call', call_id: 'c1', name: 'find', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c1', output: 'nothing' },
      ],
    },
    [['system: be kind', 'user: hi', 'assistant:  !find{}', 'tool: nothing #c1']],
  ],
  [
    'OpenAI responses, a string',
    'inputs',
    { model: 'gpt', instructions: 'be kind', input: 'hi' },
    [['system: be kind', 'user: hi']],
  ],
  [
    'Anthropic request',
    'inputs',
    {
      system: [{ type: 'text', text: 'be brief' }],
      messages: [
        {
          role: 'user',
          content: [{ type: 'image', source: { type: 'base64', media_type: 'image/gif', data: 'R0' } }],
        },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'c1', name: 'find', input: { q: 'x' } }] },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 'c1', is_error: true, content: 'no' }],
        },
      ],
    },
    [
      [
        'system: be brief',
        'user: <image image/gif>',
        'assistant:  !find{"q":"x"}',
        'user: <result c1 no failed>',
      ],
    ],
  ],
  [
    'Anthropic answer',
    'outputs',
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'hm' },
        { type: 'text', text: 'hi' },
      ],
    },
    [['assistant: <reasoning hm> hi']],
  ],
  [
    'Gemini',
    'inputs',
    {
      systemInstruction: { parts: [{ text: 'be brief' }] },
      contents: [
        { role: 'user', parts: [{ text: 'hi' }, { inlineData: { mimeType: 'audio/ogg', data: 'AA' } }] },
        { role: 'model', parts: [{ functionCall: { name: 'find', args: { q: 'x' } } }] },
      ],
    },
    [['system: be brief', 'user: hi <audio audio/ogg>', 'assistant:  !find{"q":"x"}']],
  ],
  [
    'media of LangChain 1.x',
    'inputs',
    {
      messages: [
        lc('HumanMessage', {
          content: [
            { type: 'image', source_type: 'base64', mime_type: 'image/jpeg', data: 'AA' },
            { type: 'audio', base64: 'AA', mime_type: 'audio/mpeg' },
            { type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,AA' } },
            { type: 'input_audio', input_audio: { data: 'AA', format: 'mp3' } },
            { type: 'file', file_id: 'file-1' },
            { type: 'hologram', depth: 3 },
          ],
        }),
      ],
    },
    [
      [
        'user: <image image/jpeg> <audio audio/mpeg> <file application/pdf a.pdf> <audio audio/mp3> <file file-1> <json hologram {"type":"hologram","depth":3}>',
      ],
    ],
  ],
  ['a function with one string', 'outputs', { output: 'just text' }, [['assistant: just text']]],
  [
    'a function with arguments',
    'inputs',
    { args: [{ messages: [{ role: 'user', content: 'hi' }] }] },
    [['user: hi']],
  ],
])('%s', (_, side, value, expected) => {
  expect(read(side, value)).toEqual(expected);
});

test.each<[string, Side, JsonObject | undefined, string]>([
  ['nothing', 'inputs', undefined, 'llm'],
  ['an empty object', 'outputs', {}, 'llm'],
  ['an empty list of messages', 'inputs', { messages: [] }, 'chain'],
  [
    'a list that is only partly messages',
    'inputs',
    { messages: [{ role: 'user', content: 'a' }, 5] },
    'chain',
  ],
  ['numbers', 'outputs', { price: 6.7, currency: 'EUR' }, 'llm'],
  ['a string of a chain', 'inputs', { input: 'text' }, 'chain'],
  ['null everywhere', 'outputs', { messages: null, output: null, choices: null, generations: null }, 'chain'],
  ['people with roles but nothing said', 'outputs', { output: [{ role: 'admin' }] }, 'chain'],
])('%s is not chat', (_, side, value, type) => {
  expect(chatOf(side, value, type)).toBeUndefined();
});

describe('what is beside the messages is kept', () => {
  test.each<[Side, JsonObject, JsonValue | undefined]>([
    [
      'inputs',
      { model: 'm', messages: [{ role: 'user', content: 'a' }], temperature: 0 },
      { model: 'm', temperature: 0 },
    ],
    ['inputs', { messages: [{ role: 'user', content: 'a' }], seed: null }, undefined],
    ['outputs', { generations: [[{ text: 'a' }]], llmOutput: { n: 1 } }, { llmOutput: { n: 1 } }],
    ['outputs', { output: { messages: [{ role: 'user', content: 'a' }], next: 'b' } }, { next: 'b' }],
    ['outputs', { role: 'assistant', content: 'a', stop_reason: 'end' }, { stop_reason: 'end' }],
  ])('%s %j', (side, value, rest) => {
    expect(chatOf(side, value, 'llm')?.rest).toEqual(rest);
  });
});

test('calls that could not be parsed keep their text and say why', () => {
  const chat = chatOf(
    'outputs',
    {
      output: lc('AIMessage', {
        content: '',
        invalid_tool_calls: [{ id: 'c', name: 'f', args: '{"q', error: 'cut' }],
      }),
    },
    'llm',
  );
  expect(chat?.groups[0]![0]!.toolCalls).toEqual([{ id: 'c', name: 'f', args: '{"q', problem: 'cut' }]);
});
