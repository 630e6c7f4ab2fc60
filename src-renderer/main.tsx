import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { query } from './data/client.ts';
import { connection } from './data/connection.ts';
import { pageLine } from './data/page-line.ts';
import { takeToken } from './data/token.ts';
import { startWorldFeed } from './data/world-feed.ts';
import { useWorld } from './data/world.ts';
import { followLanguage } from './text/follow-language.ts';
import { applyTheme } from './theme/apply-theme.ts';
import './theme/theme.css';

applyTheme(window);
const token = takeToken(window);
startWorldFeed({ connection, query, store: useWorld });
// Whoever was only let in to look on at a terminal has no line to the lab.
if (window.location.pathname !== '/look-on') connection.open(pageLine(token));

await followLanguage(window);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
