"""Sample data: people, companies, labels, employees and departments, all invented and made by index."""
