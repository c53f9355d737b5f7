import { render } from 'svelte/server';
import App from './App.svelte';

export const toHtml = () => render(App, { props: {} }).body;
