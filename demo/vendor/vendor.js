const said = document.querySelector('#said');
const components = document.querySelector('#components');
const buttons = document.querySelectorAll('[data-state]');

/** Shows the state in the current summary. */
async function show() {
  const [summary, { state }] = await Promise.all(
    ['api/v2/summary.json', 'state'].map(async (path) => (await fetch(path)).json()),
  );
  said.textContent = [
    summary.status.description,
    ...summary.incidents.map(({ name }) => name),
  ].join(': ');
  components.replaceChildren(
    ...summary.components.map(({ name, status }) => {
      const item = document.createElement('li');
      item.textContent = `${name}: ${status.replaceAll('_', ' ')}`;
      return item;
    }),
  );
  for (const button of buttons)
    button.setAttribute('aria-pressed', String(button.dataset.state === state));
}

for (const button of buttons) {
  button.addEventListener('click', async () => {
    const answer = await fetch('state', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ state: button.dataset.state }),
    });
    if (answer.ok) await show();
    else said.textContent = (await answer.json()).error.message;
  });
}

const servers = document.querySelector('#servers');
const answerButtons = document.querySelectorAll('[data-answer]');

/** Asks the servers, as the feed server does. */
async function askServers() {
  const answers = await fetch('servers').then(
    ({ ok }) => ok,
    () => false,
  );
  servers.textContent = answers ? 'they answer.' : 'they do not answer.';
  for (const button of answerButtons)
    button.setAttribute('aria-pressed', String(button.dataset.answer === String(answers)));
}

for (const button of answerButtons) {
  button.addEventListener('click', async () => {
    await fetch('servers', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ answer: button.dataset.answer === 'true' }),
    });
    await askServers();
  });
}

await Promise.all([show(), askServers()]);
