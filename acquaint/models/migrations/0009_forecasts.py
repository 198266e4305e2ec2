"""Forecasts: what was thought of people on a day, and the day on which a word came."""

from __future__ import annotations

import acquaint.models.constraints
import acquaint.models.rows
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('acquaint', '0008_details'),
    ]

    operations = [
        migrations.AddIndex(
            "interaction",
            models.Index(
                condition=models.Q(("message_kind", ""), _negated=True),
                fields=["owner", "message_kind"],
                name="interaction_message_kind",
            ),
        ),
        migrations.CreateModel(
            name='Forecast',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('last_change', models.BigIntegerField(default=0)),
                ('on', models.DateField()),
                ('band', models.CharField(max_length=6)),
                ('p30', models.FloatField()),
                ('came_on', models.DateField(null=True)),
                ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='acquaint.owner')),
                ('person', acquaint.models.rows.Link(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='acquaint.person')),
            ],
            options={
                'db_table': 'forecast',
                'indexes': [models.Index(fields=['owner', 'on'], name='forecast_on')],
                'constraints': [acquaint.models.constraints.SameOwner(field='person', name='forecast_person_owner'), models.UniqueConstraint(fields=('owner', 'person', 'on'), name='forecast_once'), models.CheckConstraint(condition=models.Q(('band__in', ('hot', 'warm', 'fading', 'quiet'))), name='forecast_band'), models.CheckConstraint(condition=models.Q(('p30__gte', 0.0), ('p30__lte', 1.0)), name='forecast_chance')],
            },
        ),
    ]
