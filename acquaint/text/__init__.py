"""Reading human text: names, dates, contact points, capture lines, debriefs; pure, no Django."""
