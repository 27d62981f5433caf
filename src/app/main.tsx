import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import { App } from './app';
import './app.css';

const root = document.getElementById('root');
if (!root) throw new Error('no #root element in the page');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
