// The hand-written element with a sparkline by Chart.js, imported the way its first steps say.
import Chart from 'chart.js/auto';
import { follow, WORDS } from './feed-source.js';

customElements.define(
  'chart-status',
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML =
        '<style>:host{display:block;font:16px sans-serif;border:1px solid #ccc;border-radius:8px;padding:12px;min-height:40px}div{position:relative;width:240px;height:48px}</style><b></b> <i></i><p></p><div><canvas></canvas></div>';
      const [name, status, count] = root.querySelectorAll('b,i,p');
      let chart;
      follow(this.getAttribute('src'), (feed) => {
        const { counts } = feed.community.series;
        name.textContent = feed.service.name;
        status.textContent = WORDS[feed.status] ?? 'Unknown';
        count.textContent = `${feed.community.reportCount} reports in the last hour, usually ${feed.community.typicalCount}`;
        if (chart) {
          chart.data.datasets[0].data = counts;
          chart.update();
          return;
        }
        chart = new Chart(root.querySelector('canvas'), {
          type: 'line',
          data: {
            labels: counts.map((_, index) => index),
            datasets: [{ data: counts, fill: true }],
          },
          options: {
            animation: false,
            maintainAspectRatio: false,
            elements: { point: { radius: 0 } },
            plugins: { legend: { display: false }, tooltip: { enabled: false } },
            scales: { x: { display: false }, y: { display: false } },
          },
        });
      });
    }
  },
);
